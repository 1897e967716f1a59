package org.guiche.attachments;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.guiche.shared.RuleViolation;

/** A file's name, cleaned before anything is decided by it: no paths, no invisible or direction-changing characters. */
record FileName(String value) {

    private static final int LONGEST = 150;

    /** Windows takes these for its devices, whatever stands behind the dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\\s*(\\..*)?");

    /** Cleans what a browser or program sent; refuses a name of which nothing is left. */
    static FileName of(String sent) {
        var name = Normalizer.normalize(sent, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("[ .]+$", "")
                .strip();
        if (name.isEmpty() || name.replace(".", "").isEmpty()) {
            throw RuleViolation.of(SentFile.PART, "attachments.name.empty");
        }
        return new FileName(shortened(DEVICE.matcher(name).matches() ? "_" + name : name));
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var end = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        var cut = LONGEST - end.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(cut - 1)) ? cut - 1 : cut) + end;
    }

    /** What stands behind the last dot, in small letters; empty where there is none, or nothing before it. */
    String extension() {
        var dot = value.lastIndexOf('.');
        return dot <= 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
