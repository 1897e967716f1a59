package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.guiche.shared.Cpf;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;

/**
 * What those ask for who are not signed in: a mail. The answer is the same, after the same work, whoever has an account: what is asked
 * for is only written down here, and looked into a moment later (SECURITY 36).
 */
@Stateless
public class AccountRequests {

    static final int PER_ADDRESS = 30;
    static final int PER_LOGIN = 3;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Throttle throttle;

    /**
     * Asks for a mail with which to choose a password, to the address of that account.
     *
     * @param login an e-mail address or a CPF, as typed
     * @throws RuleViolation after too many in a while, whoever they are for
     */
    public void password(String login, ClientAddress address) {
        if (login.isBlank()) {
            throw RuleViolation.of("login", "accounts.forgot.empty");
        }
        var normal =
                Cpf.looksLike(login) ? Cpf.of(login).digits() : login.strip().toLowerCase(Locale.ROOT);
        require(normal, address);
        write("PASSWORD", JsonText.object().add("login", normal).build().toString());
    }

    /** Asks to be registered; the address has to be confirmed first. Refuses too many in a while, for the address or the CPF. */
    public void signUp(Applicant applicant, ClientAddress address) {
        require(applicant.cpf().digits(), address);
        require(applicant.email().address(), address);
        write("SIGN_UP", applicant.json());
    }

    private void require(String login, ClientAddress address) {
        var keys = List.of(mailTo(login), new Throttle.Key("mail from " + address.network(), PER_ADDRESS));
        if (!throttle.allows(keys)) {
            throw new RuleViolation("accounts.signin.throttled", Throttle.WINDOW.toMinutes());
        }
    }

    /** Counts the mails to one login, whoever asks for them; there is no e-mail and no CPF in that table. */
    static Throttle.Key mailTo(String login) {
        return new Throttle.Key("mail to " + Secrets.hex(login), PER_LOGIN);
    }

    private void write(String kind, String content) {
        em.createNativeQuery(
                        "insert into accounts_request (kind, content, asked_at) values (?1, cast(?2 as jsonb), ?3)")
                .setParameter(1, kind)
                .setParameter(2, content)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
