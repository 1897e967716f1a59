package org.guiche.matrix;

import java.util.List;

/** Writes something into every column that holds secrets, past the application, for {@link SecretColumnsIT} to find nowhere. */
final class Canaries {

    /** Thirty-two that nobody has had before. */
    private static final String BYTES = "sha256(gen_random_uuid()::text::bytea)";

    private Canaries() {}

    /** Of somebody in company A, whose data many may look at. */
    static void plant() {
        var whose = " from accounts_person where email = 'contato-a@muros.example'";
        for (var sql : List.of(
                "update accounts_person set password_hash = 'muros-' || gen_random_uuid(), cpf = '47138295600'"
                        + " where email = 'contato-a@muros.example'",
                "insert into accounts_device (hash, person_id, seen_at, first_seen_at, browser, system, network) select "
                        + BYTES + ", id, now(), now(), '', '', ''" + whose,
                "insert into accounts_session (hash, person_id, device_id, begun_at, seen_at) select " + BYTES
                        + ", person_id, id, now(), now() from accounts_device where person_id = (select id" + whose
                        + ")",
                "insert into accounts_token (id, person_id, name, hash, scopes, created_at) select gen_random_uuid(), id, 'Muros', "
                        + BYTES + ", '[\"read\"]', now()" + whose,
                "insert into accounts_link (hash, purpose, person_id, expires_at) select " + BYTES
                        + ", 'PASSWORD', id, now() + interval '1 day'" + whose,
                "insert into accounts_factor (person_id, secret, confirmed_at) select id, 'selado-' || gen_random_uuid(), now()"
                        + whose,
                "insert into accounts_recovery_code (person_id, selector, hash) select id, 'abcd', 'codigo-' || gen_random_uuid()"
                        + whose,
                "insert into accounts_oidc_login (state, browser, nonce, verifier, next, expires_at) values (" + BYTES
                        + ", " + BYTES
                        + ", 'nonce-' || gen_random_uuid(), 'verifier-' || gen_random_uuid(), '/', now() + interval '1 day')",
                "insert into accounts_oidc_arrival (browser, claims, next, link, expires_at) values (" + BYTES
                        + ", '{}', '/', " + BYTES + ", now() + interval '1 day')",
                "insert into partners_request (link_hash, asked_at, agency, cnpj, contact_name, contact_email, contact_phone, user_cpf,"
                        + " portfolio, file_id) select " + BYTES
                        + ", now(), 'Muros', '', 'Muros', 'muros@muros.example', '', '47138295600', '',"
                        + " id from attachments_file limit 1")) {
            Rows.of(sql);
        }
    }
}
