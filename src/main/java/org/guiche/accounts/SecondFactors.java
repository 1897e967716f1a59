package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Clocks;
import org.guiche.shared.RuleViolation;

/**
 * The second factor: an authenticator app whose codes change every thirty seconds (RFC 6238), and ten recovery codes. No transaction
 * spans it: whoever waits for a password to be reckoned holds no connection meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondFactors {

    static final int PER_PERSON = 8;
    private static final int LONGEST_REASON = 500;
    private static final String ISSUER = "Guichê";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    FactorRows rows;

    @Inject
    RecoveryCodes recovery;

    @Inject
    OwnPassword own;

    @Inject
    CodeGate gate;

    @Inject
    Throttle throttle;

    @Inject
    Vault vault;

    @Inject
    Clocks clocks;

    @Inject
    SignInPolicy policy;

    /** How it stands with the person's. */
    public FactorState state(Person person) {
        var since = rows.kept(person.id()).map(FactorRows.Kept::confirmedAt);
        return new FactorState(since.orElse(null), since.isPresent() ? rows.codesLeft(person.id()) : 0);
    }

    /** Begins: a new secret, which counts for nothing before it is confirmed. Refuses where one counts, and another's password. */
    public FactorSetUp begin(Person person, String present) {
        own.require(person, present);
        return begin(person);
    }

    /** The same for somebody who showed a moment ago who he or she is. */
    public FactorSetUp begin(Person person) {
        var secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        rows.begin(person.id(), vault.seal(secret, CodeGate.purpose(person.id())));
        return setUp(person, secret);
    }

    /** What was begun and is not confirmed yet. */
    public Optional<FactorSetUp> begun(Person person) {
        return rows.kept(person.id())
                .filter(kept -> kept.confirmedAt() == null)
                .map(kept -> setUp(person, vault.open(kept.secret(), CodeGate.purpose(person.id()))));
    }

    private static FactorSetUp setUp(Person person, byte[] secret) {
        var text = Base32.of(secret);
        var uri = "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(coded(ISSUER), coded(person.email()), text, coded(ISSUER));
        return new FactorSetUp(Base32.grouped(text), uri);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The app shows the right code: from now on the factor counts. Gives the recovery codes, which no other answer ever holds.
     *
     * @throws RuleViolation for a wrong code, where nothing was begun, and after too many tries
     */
    public List<String> confirm(Person person, String code) {
        if (!throttle.allows(keys(person))) {
            throw tooMany();
        }
        var kept = rows.kept(person.id())
                .filter(one -> one.confirmedAt() == null)
                .orElseThrow(() -> new RuleViolation("accounts.factor.not-begun"));
        var secret = vault.open(kept.secret(), CodeGate.purpose(person.id()));
        var step = Totp.stepOf(secret, code.replaceAll("\\s", ""), clocks.ofTheWorld())
                .orElseThrow(() -> RuleViolation.of("code", "accounts.factor.code.wrong"));
        var made = recovery.make();
        rows.confirm(person.id(), kept.secret(), step, made.hashes());
        throttle.forgive(keys(person));
        return made.shown();
    }

    /** Turns it off. Refuses another's password and a wrong code. */
    public void end(Person person, String present, String code) {
        require(person, present, code);
        rows.end(person);
    }

    /** Ten other recovery codes, the former ones open nothing more. Refuses another's password and a wrong code. */
    public List<String> renewCodes(Person person, String present, String code) {
        require(person, present, code);
        var made = recovery.make();
        rows.replaceCodes(person.id(), made.hashes());
        return made.shown();
    }

    private void require(Person person, String present, String code) {
        own.require(person, present);
        switch (gate.check(person.id(), code, keys(person))) {
            case RIGHT -> {}
            case WRONG -> throw RuleViolation.of("code", "accounts.factor.code.wrong");
            case TOO_MANY -> throw tooMany();
        }
    }

    private static List<Throttle.Key> keys(Person person) {
        return List.of(new Throttle.Key("own code " + person.id(), PER_PERSON));
    }

    private static RuleViolation tooMany() {
        return new RuleViolation("accounts.signin.throttled", Throttle.WINDOW.toMinutes());
    }

    /**
     * Takes the factor of somebody away who lost the phone and the recovery codes: it is written down with the reason, told to that
     * person by mail, and every session ends. For administrators.
     */
    public void reset(Person administrator, long personId, String reason) {
        if (!administrator.isAdministrator()) {
            throw new AccessDenied("accounts.administrators-only");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw RuleViolation.of("reason", "accounts.factor.reset.reason.needed", LONGEST_REASON);
        }
        rows.reset(administrator, personId, reason.strip());
    }

    /** Refuses a member of the staff who has none where all of them need one. */
    public void requireOf(Person person) {
        if (policy.bars(person)) {
            throw new AccessDenied("accounts.factor.required");
        }
    }
}
