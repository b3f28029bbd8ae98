"""What is logged: everything to standard error, where a server's log keeper finds it."""


def logging_of(*, is_local):
    """A line that a program reads; on your own computer one that a person does."""
    form = "json"
    if is_local:
        form = "line"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"without_secrets": {"()": "serving.logs.WithoutSecrets"}},
        "formatters": {
            "json": {"()": "serving.log_lines.JsonLines"},
            "line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
        },
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": form,
                "filters": ["without_secrets"],
            },
        },
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {
            "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
            # says at every command which tasks there are
            "procrastinate.periodic": {"level": "WARNING"},
            "procrastinate.blueprints": {"level": "WARNING"},
            "axes": {"level": "WARNING"},
            "fido2": {"level": "WARNING"},
        },
    }
