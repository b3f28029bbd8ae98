"""Templates of libraries that ours replace: when an original changes, somebody looks what ours must take over."""

import hashlib
from pathlib import Path

from django.apps import apps
from django.conf import settings

OURS = Path(settings.BASE_DIR) / "templates"
REPLACED = {
    "account/account_inactive.html": "b38ecc2642c28a50",
    "account/confirm_login_code.html": "e3f6749d9b33a32b",
    "account/email/base_message.txt": "cc6ef23389ed5d52",
    "account/email/base_notification.txt": "9c3459b155ce5334",
    "account/email/login_code_message.txt": "e471dc91eed6de60",
    "account/email/login_code_subject.txt": "5a699cc01196ebfa",
    "account/email/password_changed_message.txt": "70934708dd73a169",
    "account/email/password_changed_subject.txt": "245d2dfedc67a65e",
    "account/email/password_reset_key_message.txt": "84e3a017d02f7fea",
    "account/email/password_reset_key_subject.txt": "209fbf32f5b898c6",
    "account/email/password_reset_message.txt": "c59de0f7fb80fca4",
    "account/email/password_reset_subject.txt": "18d17817d99db231",
    "account/email/password_set_message.txt": "0c3bfb88d2bf263b",
    "account/email/password_set_subject.txt": "5dcc2b93743cc0e5",
    "account/login.html": "bc38debd2f3c6560",
    "account/logout.html": "78eca3d4ad6ba874",
    "account/messages/logged_in.txt": "73abcf600bc3ccf1",
    "account/messages/logged_out.txt": "2a17c7044d793e9d",
    "account/messages/login_code_sent.txt": "78633f13586d03bf",
    "account/messages/password_changed.txt": "c416e1ccb3f98d55",
    "account/messages/password_set.txt": "2d26bfb33a94ffe0",
    "account/password_change.html": "af226f532fb9cbf8",
    "account/password_reset.html": "3bd4a82fc776309c",
    "account/password_reset_done.html": "845d4c92f669d920",
    "account/password_reset_from_key.html": "a440b3cb49b8f556",
    "account/password_reset_from_key_done.html": "84a7e4eeba8bf3ec",
    "account/password_set.html": "beeebe1125db3c96",
    "account/reauthenticate.html": "9e2a69f8965f618e",
    "account/request_login_code.html": "667bfcfa99c711bd",
    "admin/base.html": "2ce9250b3c649e3a",
    "admin/invalid_setup.html": "179152de8ed2de5e",
    "admin/object_history.html": "276be0d3eb1c5eaa",
    "mfa/authenticate.html": "37e688fdef8f7452",
    "mfa/email/recovery_codes_generated_message.txt": "9c2f5d0bd9bcd73b",
    "mfa/email/recovery_codes_generated_subject.txt": "0cafc461786dd57c",
    "mfa/email/totp_activated_message.txt": "0aaf0226f23a7f1d",
    "mfa/email/totp_activated_subject.txt": "7e6f3b9356d8400a",
    "mfa/email/totp_deactivated_message.txt": "9a1a19b69f29619d",
    "mfa/email/totp_deactivated_subject.txt": "66e3d66f0e76b9b9",
    "mfa/email/webauthn_added_message.txt": "79a7672220a0c080",
    "mfa/email/webauthn_added_subject.txt": "7a35e112ca5d0829",
    "mfa/email/webauthn_removed_message.txt": "bd2389d9f83f3876",
    "mfa/email/webauthn_removed_subject.txt": "c9bf1838102d57b1",
    "mfa/index.html": "ae4ccf604a9a4746",
    "mfa/messages/recovery_codes_generated.txt": "7438dac58f5ee337",
    "mfa/messages/totp_activated.txt": "27e6ab1e48a192d6",
    "mfa/messages/totp_deactivated.txt": "f8f93afa8bf442dc",
    "mfa/messages/webauthn_added.txt": "33662319df6d9ff8",
    "mfa/messages/webauthn_removed.txt": "30d9649aac84afca",
    "mfa/reauthenticate.html": "22fc22425c3fa7e5",
    "mfa/recovery_codes/generate.html": "76d405d12d01311c",
    "mfa/recovery_codes/index.html": "33303ef4ae6a58a2",
    "mfa/totp/activate_form.html": "c7268f27735c6513",
    "mfa/totp/deactivate_form.html": "02c44a3278e662d0",
    "mfa/webauthn/add_form.html": "7e774d06b5f69e3d",
    "mfa/webauthn/authenticator_confirm_delete.html": "54f42d04a4fd3e7c",
    "mfa/webauthn/authenticator_list.html": "e8be87b8c97b408e",
    "mfa/webauthn/edit_form.html": "abbddae26b24e949",
    "mfa/webauthn/reauthenticate.html": "b2c9d327d8f24be4",
    "unfold/helpers/edit_inline/tabular_field.html": "ab1aab4fedf9f270",
    "unfold/helpers/empty_results.html": "5f4727a37a99da76",
    "unfold/helpers/field_readonly_value.html": "a1d46fa2a26e3441",
    "unfold/helpers/header_title.html": "b126ed2ab9ca1680",
    "unfold/helpers/welcomemsg.html": "e8eab02522ba2319",
}


def originals():
    """``{name: digest}`` of every template of a library that has a namesake of ours; the first that would be found."""
    found = {}
    for app in apps.get_app_configs():
        folder = Path(app.path) / "templates"
        for path in sorted(OURS.rglob("*.*")):
            name = str(path.relative_to(OURS))
            original = folder / name
            if original.exists() and name not in found:
                found[name] = hashlib.sha256(original.read_bytes()).hexdigest()[:16]
    return found


def test_no_template_that_we_replaced_has_changed():
    """Read what changed, bring it over to ours, try the page, and write down the new digest."""
    assert originals() == REPLACED
