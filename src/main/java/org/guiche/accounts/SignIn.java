package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.Cpf;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in by e-mail or CPF and password. Tries are counted per account and address, per address, and per account
 * from devices never seen: guessing is stopped, and others cannot lock a person out of a device that the person used before.
 * No transaction spans it: whoever waits for the throttle or for a password to be reckoned holds no connection meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class.getName());
    private static final int HASH_SHOWN = 12;
    static final int PER_ACCOUNT_AND_ADDRESS = 8;
    private static final int PER_ADDRESS = 100;
    static final int PER_ACCOUNT = 40;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Passwords passwords;

    @Inject
    PersonQueries people;

    @Inject
    Throttle throttle;

    @Inject
    Entrances entrances;

    @Inject
    FactorRows factors;

    /**
     * Tries to sign somebody in. Takes the same time and gives the same answer for unknown people and wrong passwords.
     *
     * @param login an e-mail address or a CPF, as typed
     * @param deviceToken what an earlier sign-in left on the device, if anything
     */
    public SignInResult authenticate(
            String login, String password, ClientAddress address, @Nullable String deviceToken) {
        var result = attempt(login, password, address, deviceToken);
        if (!(result instanceof SignInResult.Accepted accepted)) {
            return result;
        }
        var known = accepted.deviceToken().isEmpty() ? null : accepted.deviceToken();
        var token = entrances.arrive(accepted.person().id(), accepted.epoch(), known);
        return new SignInResult.Accepted(accepted.person(), accepted.epoch(), token);
    }

    /** The same for a program, which leaves no device behind. */
    public SignInResult ofProgram(String login, String password, ClientAddress address) {
        return attempt(login, password, address, null);
    }

    /** For whoever looks for attacks (ASVS 16.3.1). Tries for one login are told apart by its hash: no e-mail, no CPF. */
    private static void log(SignInResult result, String login, ClientAddress address) {
        var isRight = result instanceof SignInResult.Accepted || result instanceof SignInResult.CodeNeeded;
        var level = isRight ? Level.INFO : Level.WARNING;
        LOG.log(
                level,
                () -> "sign-in " + result.getClass().getSimpleName() + " for "
                        + Secrets.hex(normalised(login)).substring(0, HASH_SHOWN) + " from " + address.network());
    }

    private SignInResult attempt(String login, String password, ClientAddress address, @Nullable String deviceToken) {
        var result = tried(login, password, address, deviceToken);
        log(result, login, address);
        return result;
    }

    private SignInResult tried(String login, String password, ClientAddress address, @Nullable String deviceToken) {
        var account = find(login);
        var known = deviceToken != null
                && account.isPresent()
                && entrances.knows(deviceToken, account.get().id());
        var keys = keys(normalised(login), address, known ? deviceToken : null);
        if (!throttle.allows(keys)) {
            return new SignInResult.Throttled(Throttle.WINDOW);
        }
        var right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(null));
        var person = right ? people.byId(account.orElseThrow().id(), clock.instant()) : Optional.<SignedIn>empty();
        if (person.isEmpty()) {
            return new SignInResult.Refused();
        }
        throttle.forgive(keys);
        return accept(account.orElseThrow(), person.get(), password, known ? deviceToken : null);
    }

    private SignInResult accept(Account account, SignedIn person, String password, @Nullable String device) {
        var stored = String.valueOf(account.passwordHash());
        if (passwords.isWeak(stored)) {
            entrances.rehash(account.id(), stored, passwords.hash(password));
        }
        var epoch = account.sessionEpoch(); // of the password that was right, whatever was chosen since
        return factors.asks(account.id(), device)
                ? new SignInResult.CodeNeeded(account.id(), epoch)
                : new SignInResult.Accepted(person.person(), epoch, device == null ? "" : device);
    }

    private Optional<Account> find(String login) {
        var column = Cpf.looksLike(login) ? "cpf" : "email";
        Object value = Cpf.looksLike(login) ? Cpf.of(login) : normalised(login);
        return em.createQuery("select a from Account a where a." + column + " = :value", Account.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    private static String normalised(String login) {
        return Cpf.looksLike(login) ? Cpf.of(login).digits() : login.strip().toLowerCase(Locale.ROOT);
    }

    private static List<Throttle.Key> keys(String login, ClientAddress address, @Nullable String knownDevice) {
        if (knownDevice != null) {
            return List.of(new Throttle.Key("device " + Secrets.hex(knownDevice), PER_ACCOUNT_AND_ADDRESS));
        }
        return List.of(
                new Throttle.Key("pair " + Secrets.hex(login + " " + address.network()), PER_ACCOUNT_AND_ADDRESS),
                new Throttle.Key("address " + address.network(), PER_ADDRESS),
                new Throttle.Key("account " + Secrets.hex(login), PER_ACCOUNT));
    }
}
