package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.accounts.SignInResult.CodeNeeded;
import org.jspecify.annotations.Nullable;

/**
 * The second step of signing in: whoever showed the right password shows a code of the app, or one for recovery. Wrong codes are counted as
 * wrong passwords are, before they are looked at, and apart from those; a device that the person used before is counted by itself.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondStep {

    static final int PER_ACCOUNT_AND_ADDRESS = 8;
    static final int PER_ACCOUNT = 20;
    private static final Logger LOG = Logger.getLogger(SecondStep.class.getName());

    @Inject
    CodeGate gate;

    @Inject
    People people;

    @Inject
    Entrances entrances;

    /**
     * Ends signing in on a page.
     *
     * @param isRemembered no code is asked for on that device for thirty days
     */
    public SignInResult finish(CodeNeeded needed, String code, boolean isRemembered, Visit visit) {
        var shown = visit.deviceToken();
        var device = shown != null && entrances.knows(shown, needed.personId()) ? shown : null;
        var result = check(needed, code, visit.address(), device);
        if (!(result instanceof SignInResult.Accepted accepted)) {
            return result;
        }
        var token = entrances.arrive(needed.personId(), needed.epoch(), device);
        if (isRemembered) {
            entrances.excuse(token);
        }
        return new SignInResult.Accepted(accepted.person(), accepted.epoch(), token);
    }

    /** The same for a program, which leaves no device behind. */
    public SignInResult ofProgram(CodeNeeded needed, String code, ClientAddress address) {
        return check(needed, code, address, null);
    }

    private SignInResult check(CodeNeeded needed, String code, ClientAddress address, @Nullable String device) {
        var verdict = gate.check(needed.personId(), code, keys(needed.personId(), address, device));
        var level = verdict == CodeGate.Verdict.RIGHT ? Level.INFO : Level.WARNING;
        LOG.log(level, () -> "code " + verdict + " for person " + needed.personId() + " from " + address.network());
        return switch (verdict) {
            case TOO_MANY -> new SignInResult.Throttled(Throttle.WINDOW);
            case WRONG -> new SignInResult.Refused();
            case RIGHT ->
                people.ofSession(needed.personId(), needed.epoch()) // unless a password was chosen meanwhile
                        .<SignInResult>map(person -> new SignInResult.Accepted(person, needed.epoch(), ""))
                        .orElseGet(SignInResult.Refused::new);
        };
    }

    private static List<Throttle.Key> keys(long personId, ClientAddress address, @Nullable String device) {
        if (device != null) {
            return List.of(new Throttle.Key("code device " + Secrets.hex(device), PER_ACCOUNT_AND_ADDRESS));
        }
        return List.of(
                new Throttle.Key("code " + personId + " " + Secrets.hex(address.network()), PER_ACCOUNT_AND_ADDRESS),
                new Throttle.Key("code " + personId, PER_ACCOUNT));
    }
}
