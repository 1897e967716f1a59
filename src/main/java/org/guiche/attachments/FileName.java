package org.guiche.attachments;

import java.text.Normalizer;
import java.util.Locale;
import org.guiche.shared.RuleViolation;

/** A file's name, cleaned before anything is decided by it: no paths, no invisible or direction-changing characters. */
record FileName(String value) {

    private static final int LONGEST = 150;

    /** Cleans what a browser or program sent; refuses a name of which nothing is left. */
    static FileName of(String sent) {
        var name = Normalizer.normalize(sent, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("[\\s.]+$", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (name.isEmpty() || name.replace(".", "").isEmpty()) {
            throw RuleViolation.of(SentFile.PART, "attachments.name.empty");
        }
        return new FileName(shortened(name));
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var end = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return name.substring(0, LONGEST - end.length()) + end;
    }

    /** What stands behind the last dot, in small letters; empty where there is none, or nothing before it. */
    String extension() {
        var dot = value.lastIndexOf('.');
        return dot <= 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
