package org.guiche.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address in lower case: two people never share one. */
public record Email(String address) {

    private static final int LONGEST = 254;
    private static final Pattern FORMAT = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    public Email {
        if (address.length() > LONGEST || !FORMAT.matcher(address).matches()) {
            throw new RuleViolation("shared.email.invalid", address);
        }
    }

    /** Reads what a person typed; blanks around it go, capitals become small. */
    public static Email of(String typed) {
        return new Email(typed.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether that is an address. */
    public static boolean looksLike(String typed) {
        var address = typed.strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && FORMAT.matcher(address).matches();
    }
}
