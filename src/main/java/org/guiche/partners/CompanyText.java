package org.guiche.partners;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.guiche.shared.Cnpj;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a company. Refuses a name or an address that is blank, endless or holds what no line holds, and domains that no
 * company has ({@link MailDomain}).
 *
 * @param address one line, where it is known
 * @param active whether new tickets open for it
 * @param domains whoever signs up with such an address belongs to it; a domain is one company's
 */
public record CompanyText(
        String name, @Nullable Cnpj cnpj, @Nullable String address, boolean active, List<String> domains) {

    /** The longest name of a company, service or project. */
    public static final int LONGEST_NAME = 120;

    private static final int LONGEST_ADDRESS = 200;
    private static final int MOST_DOMAINS = 20;
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\u2028\u2029]");

    public CompanyText {
        name = name(name, "name");
        address = address == null || address.isBlank() ? null : line(address, "address", LONGEST_ADDRESS);
        domains = domains.stream().map(MailDomain::of).distinct().sorted().toList();
        if (domains.size() > MOST_DOMAINS) {
            throw RuleViolation.of("domains", "partners.domains.many", MOST_DOMAINS);
        }
    }

    /** One that takes tickets, of that name. */
    static CompanyText of(String name, @Nullable Cnpj cnpj) {
        return new CompanyText(name, cnpj, null, true, List.of());
    }

    /** The name of something, without blanks around it; refuses one that is none, for that field. */
    static String name(String name, String field) {
        if (name.isBlank()) {
            throw RuleViolation.of(field, "partners.name.required");
        }
        return line(name, field, LONGEST_NAME);
    }

    private static String line(String text, String field, int longest) {
        if (text.strip().length() > longest) {
            throw RuleViolation.of(field, "partners.text.long", longest);
        }
        if (UNWRITABLE.matcher(text).find()) {
            throw RuleViolation.of(field, "partners.text.line");
        }
        return text.strip();
    }

    /** What differs, as it stands here: for the trail. */
    Map<String, String> apartFrom(@Nullable CompanyText other) {
        var here = words();
        var there = other == null ? Map.<String, String>of() : other.words();
        var apart = new LinkedHashMap<String, String>();
        here.forEach((field, word) -> {
            if (!Objects.equals(word, there.getOrDefault(field, ""))) {
                apart.put(field, word);
            }
        });
        return apart;
    }

    private Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("name", name);
        words.put("cnpj", cnpj == null ? "" : cnpj.formatted());
        words.put("address", address == null ? "" : address);
        words.put("active", Boolean.toString(active));
        words.put("domains", String.join(", ", domains));
        return words;
    }
}
