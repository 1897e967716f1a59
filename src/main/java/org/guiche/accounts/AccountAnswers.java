package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
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

    /** Answers the oldest request that no other node answers at the moment; whether there was one. */
    public boolean next() {
        List<?> rows = em.createNativeQuery("""
                        delete from accounts_request where id = (
                            select id from accounts_request order by id limit 1 for update skip locked)
                        returning kind, cast(content as text)""").getResultList();
        rows.stream().map(row -> (Object[]) row).forEach(row -> answer((String) row[0], json((String) row[1])));
        return !rows.isEmpty();
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

    private Optional<Account> find(String login) {
        var isCpf = Cpf.looksLike(login);
        return em.createQuery(
                        "select a from Account a where a." + (isCpf ? "cpf" : "email") + " = :login", Account.class)
                .setParameter("login", isCpf ? new Cpf(login) : login)
                .getResultStream()
                .findFirst();
    }
}
