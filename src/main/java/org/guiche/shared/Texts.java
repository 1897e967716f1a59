package org.guiche.shared;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentences people read, by key; the first word of a key names the module whose bundle has it. */
public final class Texts {

    private static final Locale PT = Locale.forLanguageTag("pt-BR");

    private Texts() {}

    /**
     * The sentence of that key with its places filled; for a key that no bundle has, the key itself. Whole numbers are
     * written without grouping, so that codes stay codes; {@code {0,number}} groups them.
     */
    public static String get(String key, Object... args) {
        try {
            var text = ResourceBundle.getBundle(bundle(key), PT, Texts.class.getClassLoader())
                    .getString(key);
            return args.length == 0 ? text : new MessageFormat(text.replace("'", "''"), PT).format(written(text, args));
        } catch (MissingResourceException e) {
            return key;
        }
    }

    private static Object[] written(String text, Object[] args) {
        var written = args.clone();
        for (var i = 0; i < args.length; i++) {
            if ((args[i] instanceof Long || args[i] instanceof Integer) && !text.contains("{" + i + ",")) {
                written[i] = String.valueOf(args[i]);
            }
        }
        return written;
    }

    /** The same, with the arguments in a list. */
    public static String get(String key, List<Object> args) {
        return get(key, args.toArray());
    }

    private static String bundle(String key) {
        var dot = key.indexOf('.');
        return "org.guiche." + (dot < 0 ? "shared" : key.substring(0, dot)) + ".messages";
    }

    /** Whether a bundle has that key. */
    public static boolean has(String key) {
        return !get(key).equals(key);
    }
}
