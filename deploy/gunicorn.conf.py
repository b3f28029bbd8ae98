"""Gunicorn's settings; ``gunicorn -c deploy/gunicorn.conf.py bieb_netwerk.wsgi``."""

import os

from bieb_netwerk.environment import read_environment

# code that changed is then read again, which workers cannot share
is_debugging = read_environment().debug
workers = int(os.environ.get("WEB_WORKERS", "2"))
worker_class = "serving.web_worker.Worker"
# a new worker is there at once, and a mistake in the settings stops the start
preload_app = not is_debugging
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_connections = 400  # each takes a file handle or two, of which a process often has no more than 1024
timeout = 30
graceful_timeout = 25  # who stops it lets whoever is being answered have their answer, on a busy machine too
max_requests = 20_000  # a worker that leaks is replaced before anyone notices; the pages it remembers go with it
# wide, so that not all workers are replaced at the same moment
max_requests_jitter = 20_000
limit_request_line = 8190  # longer addresses than any of ours
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108 a heartbeat must not wait for a disk
accesslog = "-"
logger_class = "serving.access_log.AccessLogger"  # which keeps people, secret links and searched words out
control_socket_disable = True  # nobody steers it while it runs
