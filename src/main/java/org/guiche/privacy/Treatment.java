package org.guiche.privacy;

import java.util.List;
import org.guiche.shared.Texts;

/** Something that is done with personal data, as the record of it says (LGPD, art. 37) and as everybody may read it (art. 19, I). */
public record Treatment(
        String name, String data, String origin, String purpose, String basis, String sharing, String kept) {

    private static final List<String> ALL =
            List.of("account", "tickets", "files", "mails", "security", "access", "requests");

    /** All that the product does. */
    public static List<Treatment> all() {
        return ALL.stream().map(Treatment::of).toList();
    }

    private static Treatment of(String word) {
        return new Treatment(
                text(word, "name"),
                text(word, "data"),
                text(word, "origin"),
                text(word, "purpose"),
                text(word, "basis"),
                text(word, "sharing"),
                text(word, "kept"));
    }

    private static String text(String word, String part) {
        return Texts.get("privacy.treatment." + word + "." + part);
    }
}
