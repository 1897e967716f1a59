package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.AccountMail.Kind;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.JsonText;
import org.jspecify.annotations.Nullable;

/** Looks into what was asked for by those who are not signed in, and answers by mail, each request in a transaction of its own. */
@Stateless
public class AccountAnswers {

    @PersistenceContext
    EntityManager em;

    @Inject
    MailedLinks links;

    @Inject
    Event<AccountMail> mails;

    /** The ids of requests that wait, the oldest first; those that failed come last, and after five times no more. */
    public List<Long> waiting() {
        List<?> ids = em.createNativeQuery(
                        "select id from accounts_request where attempts < 5 order by attempts, id limit 50")
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Answers that one, unless another node does at the moment or has done so. */
    public void answer(long id) {
        List<?> rows = em.createNativeQuery("""
                        delete from accounts_request where id = (
                            select id from accounts_request where id = ?1 for update skip locked)
                        returning kind, cast(content as text)""").setParameter(1, id).getResultList();
        rows.stream().map(row -> (Object[]) row).forEach(row -> answer((String) row[0], json((String) row[1])));
    }

    /** That one failed: the others go on. */
    public void failed(long id) {
        em.createNativeQuery("update accounts_request set attempts = attempts + 1 where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    private static JsonObject json(String text) {
        try (var reader = JsonText.reader(text)) {
            return reader.readObject();
        }
    }

    private void answer(String kind, JsonObject content) {
        if (kind.equals("SIGN_UP")) {
            signUp(Applicant.of(content));
        } else {
            find(content.getString("login")).filter(Account::isActive).ifPresent(this::password);
        }
    }

    private void password(Account account) {
        tell(
                account.passwordHash() == null ? Kind.FIRST_PASSWORD : Kind.PASSWORD,
                new Email(account.email()),
                links.toChoosePassword(account.id()));
    }

    private void signUp(Applicant applicant) {
        var known = find(applicant.email().address());
        if (known.isPresent()) {
            known.filter(Account::isActive).ifPresent(this::known);
        } else if (find(applicant.cpf().digits()).isPresent()) {
            tell(Kind.CPF_KNOWN, applicant.email(), null);
        } else {
            tell(Kind.SIGN_UP, applicant.email(), links.toSignUp(applicant));
        }
    }

    /** Whoever has an account gets what he or she came for: a way in. */
    private void known(Account account) {
        if (account.passwordHash() == null) {
            password(account);
        } else {
            tell(Kind.KNOWN, new Email(account.email()), null);
        }
    }

    private void tell(Kind kind, Email to, @Nullable String secret) {
        mails.fire(new AccountMail(kind, to, secret));
    }

    /** Held until the mail is written: whoever is just being erased is nobody by then. */
    private Optional<Account> find(String login) {
        var isCpf = Cpf.looksLike(login);
        return em.createQuery(
                        "select a from Account a where a." + (isCpf ? "cpf" : "email") + " = :login", Account.class)
                .setParameter("login", isCpf ? new Cpf(login) : login)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
