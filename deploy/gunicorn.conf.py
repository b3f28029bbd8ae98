"""Gunicorn's settings; ``gunicorn -c deploy/gunicorn.conf.py bieb_netwerk.wsgi``."""

import os

workers = int(os.environ.get("WEB_WORKERS", "2"))
worker_class = "bieb_netwerk.web_worker.Worker"
preload_app = not os.environ.get("DEBUG")  # a mistake in the settings then stops the start, and is said once
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_connections = 400  # each takes a file handle or two, of which a process often has no more than 1024
timeout = 30
graceful_timeout = 10
max_requests = 2000  # a worker that leaks is replaced before anyone notices
max_requests_jitter = 200
limit_request_line = 8190  # longer addresses than any of ours
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108 a heartbeat must not wait for a disk
accesslog = "-"
logger_class = "bieb_netwerk.access_log.AccessLogger"  # which keeps secret links and searched words out
access_log_format = '%(h)s %(t)s "%(r)s" %(s)s %(b)s %(M)sms "%(a)s"'
control_socket_disable = True  # nobody steers it while it runs
