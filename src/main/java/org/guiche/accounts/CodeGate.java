package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.guiche.shared.Clocks;

/** Looks at a code that somebody shows: the app's or one for recovery. Tries are counted before the code is looked at. */
@Dependent
class CodeGate {

    private static final Logger LOG = Logger.getLogger(CodeGate.class.getName());
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
    private static final Pattern OF_AN_APP = Pattern.compile("\\d{6}");

    @Inject
    Throttle throttle;

    @Inject
    FactorRows rows;

    @Inject
    RecoveryCodes recovery;

    @Inject
    Vault vault;

    @Inject
    Clocks clocks;

    /** How that ended. */
    enum Verdict {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    /** Each code is right once. */
    Verdict check(long personId, String typed, List<Throttle.Key> keys) {
        if (!throttle.allows(keys)) {
            return Verdict.TOO_MANY;
        }
        var code = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        var isRight = OF_AN_APP.matcher(code).matches() ? ofApp(personId, code) : ofPaper(personId, code);
        if (isRight) {
            throttle.forgive(keys);
        }
        return isRight ? Verdict.RIGHT : Verdict.WRONG;
    }

    private boolean ofPaper(long personId, String code) {
        return RecoveryCodes.looksLike(code) && recovery.use(personId, code);
    }

    private boolean ofApp(long personId, String code) {
        var kept = rows.kept(personId).filter(one -> one.confirmedAt() != null);
        return kept.isPresent() && opens(personId, kept.get().secret(), code);
    }

    private boolean opens(long personId, String sealed, String code) {
        try {
            var step = Totp.stepOf(vault.open(sealed, purpose(personId)), code, clocks.ofTheWorld());
            return step.isPresent() && rows.use(personId, step.getAsLong(), vault.renew(sealed, purpose(personId)));
        } catch (IllegalStateException e) {
            LOG.log(Level.SEVERE, e, () -> "the second factor of person " + personId + " cannot be read (ADR 26)");
            return false;
        }
    }

    /** What a secret is sealed for: nobody else's. */
    static String purpose(long personId) {
        return "accounts_factor " + personId;
    }
}
