"""All settings of zorgapp, read once from the environment (see `zorgapp/env.py` and `.env.example`)."""

from pathlib import Path
from typing import Any

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.contrib.messages import constants as berichtsoort

from zorgapp import env

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(env.tekst("ZORGAPP_DATA", str(BASE_DIR / ".data"))).resolve()
NODE_MODULES = Path(env.tekst("ZORGAPP_NODE_MODULES", str(BASE_DIR / "node_modules"))).resolve()
TESTEN = env.janee("ZORGAPP_TESTEN", False)

DEBUG = env.janee("ZORGAPP_DEBUG", False)
SECRET_KEY = env.tekst("ZORGAPP_SECRET_KEY")
ALLOWED_HOSTS = env.lijst("ZORGAPP_HOSTS", "localhost,127.0.0.1,[::1]")
BASIS_URL = env.tekst("ZORGAPP_BASIS_URL", "http://127.0.0.1:8000").rstrip("/")
HTTPS = env.janee("ZORGAPP_HTTPS", True)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "zorgapp.kern.statisch_apps.StatischConfig",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "zorgapp.kern",
    "zorgapp.accounts",
    "zorgapp.notifications",
    "zorgapp.werk",
    "leerlingen",
    "ondersteuning",
    "overleg",
    "beleid",
    "zorgapp.web",
    "zorgapp.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "zorgapp.accounts.middleware.GeenOpslagMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "zorgapp.accounts.middleware.SmalleSessie",
    "zorgapp.accounts.middleware.InloggenVereist",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "zorgapp.urls"
WSGI_APPLICATION = "zorgapp.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zorgapp.web.context_processors.schil",
            ],
            "builtins": ["django.templatetags.static", "zorgapp.kern.templatetags.kern_tags"],
        },
    }
]

# Two roles on one database: `default` is the application role, `owner` migrates and cleans up (DESIGN §3).
DATABASES: dict[str, dict[str, Any]] = {"default": env.database("DATABASE_URL")}
DATABASES["owner"] = env.database("DATABASE_OWNER_URL", env.tekst("DATABASE_URL"))
DATABASES["default"] |= {
    "ATOMIC_REQUESTS": True,
    "CONN_MAX_AGE": 600,
    "CONN_HEALTH_CHECKS": True,
    "DISABLE_SERVER_SIDE_CURSORS": True,
}
# Prepared statements: pages ask the same questions all day, and planning them costs more than running them.
if env.janee("ZORGAPP_PREPARED", True):
    DATABASES["default"]["OPTIONS"] |= env.PREPARED
DATABASES["owner"] |= {"TEST": {"MIRROR": "default"}}
DATABASE_ROUTERS: list[str] = []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "zorgapp_cache"}}

# Signing in: allauth with e-mail and password, TOTP; sign-up is closed.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["zorgapp.accounts.sessies.Inlogweg"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "zorgapp.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # that mail links to sign-up, which is closed
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "10/m/ip,5/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.getal("ZORGAPP_PROXIES", 0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "zorgapp"
MFA_TOTP_TOLERANCE = 1  # 30 s longer and earlier: typing takes time, and clocks differ (RFC 6238 §5.2)
MFA_ALLOW_UNVERIFIED_EMAIL = True  # accounts come by invitation to that address; nobody signs up
MFA_ADAPTER = "zorgapp.accounts.tweestaps.MFAAdapter"
TWEESTAPS_SLEUTELS = env.geheimen("ZORGAPP_TWEESTAPS_SLEUTELS", SECRET_KEY)  # see accounts/kluis.py
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "zorgapp.accounts.wachtwoord.NietJezelf"},
    {"NAME": "zorgapp.accounts.wachtwoord.LangGenoeg", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
LANGUAGES = [("nl", "Nederlands")]

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("vendor/bootstrap", NODE_MODULES / "bootstrap/dist/css"),
    ("vendor/htmx", NODE_MODULES / "htmx.org/dist"),
    ("vendor/atkinson", NODE_MODULES / "@fontsource-variable/atkinson-hyperlegible-next/files"),
    ("vendor/literata", NODE_MODULES / "@fontsource/literata/files"),
    # For paper only (kern.letters): not collected, no page asks for them.
    *(
        (f"vendor/{pakket}", NODE_MODULES / "@fontsource" / pakket / "files")
        for pakket in (
            "noto-emoji",
            "noto-sans",
            "noto-sans-arabic",
            "noto-sans-hebrew",
            "noto-sans-math",
            "noto-sans-symbols-2",
        )
    ),
]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "bestanden", "base_url": None},
    },
    "staticfiles": {"BACKEND": "zorgapp.kern.statisch.StatischeBestanden"},
}
FILE_UPLOAD_HANDLERS = [
    "zorgapp.werk.uploads.BegrensdeUpload",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_PERMISSIONS = 0o600
UPLOAD_MAX_BYTES = 50 * 1024 * 1024
STUK_MAX_BYTES = 15 * 1024 * 1024
UPLOAD_GRENZEN = {  # ends of addresses that take less
    "/stukken/nieuw/": "STUK_MAX_BYTES",
    "/horen/inbreng/": "STUK_MAX_BYTES",
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Browser: strict policy, nothing inline, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
SESSION_ENGINE = "zorgapp.accounts.sessies"
SESSION_COOKIE_NAME = "zorgapp_sessie"
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = (
    "zorgapp_csrf"  # readable by our own script: an open draft survives a new login in another tab
)
CSRF_FAILURE_VIEW = "zorgapp.web.fouten.csrf_fout"
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
MESSAGE_TAGS = {berichtsoort.ERROR: "rood", berichtsoort.WARNING: "let", berichtsoort.SUCCESS: "goed"}

globals().update(env.mail("EMAIL_URL", f"file://{DATA}/mail"))
DEFAULT_FROM_EMAIL = env.tekst("ZORGAPP_AFZENDER", "zorgapp <zorgapp@localhost>")

# Celery: Redis is broker only; everything is recoverable from the database.
REDIS_URL = env.tekst("REDIS_URL", "redis://127.0.0.1:6379/0")
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 1, "socket_timeout": 2, "max_retries": 0}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE = {
    "verstuur": {"task": "notifications.verstuur", "schedule": 30.0},
    "verstuur-accountmail": {"task": "accounts.pak_mails_op", "schedule": 60.0},
    "pak-taken-op": {"task": "werk.pak_op", "schedule": 60.0},
    "verstuur-links": {"task": "ondersteuning.pak_links_op", "schedule": 60.0},
    "ruim-sessies-op": {"task": "accounts.ruim_op", "schedule": crontab(hour=3, minute=0)},
    "ruim-herinneringen-op": {"task": "notifications.ruim_op", "schedule": crontab(hour=3, minute=30)},
    "ruim-op": {"task": "werk.ruim_op", "schedule": crontab(hour=3, minute=10)},
    "ruim-prive-op": {"task": "leerlingen.ruim_prive_op", "schedule": crontab(hour=3, minute=25)},
    "ruim-imports-op": {"task": "leerlingen.ruim_imports_op", "schedule": crontab(hour=3, minute=20)},
    "plan-toestemmingen": {"task": "leerlingen.plan_toestemmingen", "schedule": crontab(hour=5, minute=20)},
    "plan-kaarten": {"task": "leerlingen.plan_kaarten", "schedule": crontab(hour=5, minute=10)},
    "plan-klokken": {"task": "ondersteuning.plan_klokken", "schedule": crontab(hour=5, minute=0)},
    "overdrachten": {"task": "ondersteuning.overdrachten", "schedule": crontab(hour=4, minute=45)},
    "overleg-nacht": {"task": "overleg.nacht", "schedule": crontab(hour=3, minute=50)},
    "cijfers": {"task": "beleid.cijfers_nacht", "schedule": crontab(hour=2, minute=30)},
    "aanbodtekst": {"task": "beleid.aanbod_nacht", "schedule": crontab(hour=5, minute=20)},
    "lijsten": {"task": "ondersteuning.lijsten", "schedule": crontab(hour=4, minute=30)},
    "controleer-eigenaren": {"task": "web.controleer_eigenaren", "schedule": crontab(hour=4, minute=0)},
}

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"regel": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"zonder_gegevens": {"()": "zorgapp.kern.logfilter.ZonderGegevens"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "regel", "filters": ["zonder_gegevens"]}
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {"django.request": {"level": "ERROR"}, "django.server": {"level": "ERROR"}}
    | {naam: {"level": "WARNING"} for naam in ("weasyprint", "weasyprint.progress", "fontTools")},
}
