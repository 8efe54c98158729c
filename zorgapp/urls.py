"""All URLs. allauth's views are included one by one: what is not here does not exist (sign-up is closed)."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as herstelcodes
from allauth.mfa.totp import views as totp
from django.urls import include, path, re_path

inloggen = [
    path("inloggen/", account.login, name="account_login"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("wachtwoord/vergeten/", account.password_reset, name="account_reset_password"),
    path("wachtwoord/vergeten/verstuurd/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/nieuw/klaar/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("wachtwoord/wijzigen/", account.password_change, name="account_change_password"),
    path("bevestig/", account.reauthenticate, name="account_reauthenticate"),
    path("tweestaps/inloggen/", mfa.authenticate, name="mfa_authenticate"),
    path("tweestaps/bevestig/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("tweestaps/", mfa.index, name="mfa_index"),
    path("tweestaps/aanzetten/", totp.activate_totp, name="mfa_activate_totp"),
    path("tweestaps/uitzetten/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("tweestaps/herstelcodes/", herstelcodes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "tweestaps/herstelcodes/nieuw/",
        herstelcodes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "tweestaps/herstelcodes/bestand/",
        herstelcodes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]

urlpatterns = [
    path("", include(inloggen)),
    path("", include("zorgapp.accounts.urls")),
    path("", include("zorgapp.notifications.urls")),
    path("", include("zorgapp.werk.urls")),
    path("", include("leerlingen.urls")),
    path("", include("ondersteuning.urls")),
    path("", include("overleg.urls")),
    path("", include("beleid.urls")),
    path("", include("zorgapp.web.urls")),
]

handler400 = "zorgapp.web.fouten.onleesbaar"
handler429 = "zorgapp.web.fouten.te_veel"
