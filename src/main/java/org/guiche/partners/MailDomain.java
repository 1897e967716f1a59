package org.guiche.partners;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.guiche.shared.RuleViolation;

/** A company's own mail domain. What everybody can have an address at belongs to no company: its first customer would own all others. */
final class MailDomain {

    private static final int LONGEST = 253;
    private static final Pattern FORMAT =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** Those that have an ending for each country. */
    private static final Pattern EVERYWHERE = Pattern.compile(
            "(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|gmx|yandex)\\.[a-z]{2,3}(\\.[a-z]{2})?");

    private static final Set<String> PUBLIC = Set.of(
            "10minutemail.com",
            "163.com",
            "aol.com",
            "bol.com.br",
            "brturbo.com.br",
            "duck.com",
            "email.com",
            "fastmail.com",
            "globo.com",
            "globomail.com",
            "guerrillamail.com",
            "hey.com",
            "hushmail.com",
            "ibest.com.br",
            "icloud.com",
            "ig.com.br",
            "mac.com",
            "mail.com",
            "mail.ru",
            "mailinator.com",
            "me.com",
            "oi.com.br",
            "onda.com.br",
            "pm.me",
            "pop.com.br",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "r7.com",
            "rocketmail.com",
            "sapo.pt",
            "superig.com.br",
            "temp-mail.org",
            "terra.com.br",
            "tuta.com",
            "tutanota.com",
            "uai.com.br",
            "uol.com.br",
            "veloxmail.com.br",
            "yopmail.com",
            "zipmail.com.br",
            "zoho.com",
            "zohomail.com");

    private MailDomain() {}

    /** Reads what somebody typed, with or without an at sign before it; refuses what is no domain, and what is everybody's. */
    static String of(String typed) {
        var domain = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        if (domain.length() > LONGEST || !FORMAT.matcher(domain).matches()) {
            throw RuleViolation.of("domains", "partners.domain.invalid", typed.strip());
        }
        if (PUBLIC.contains(domain) || EVERYWHERE.matcher(domain).matches()) {
            throw RuleViolation.of("domains", "partners.domain.public", domain);
        }
        return domain;
    }
}
