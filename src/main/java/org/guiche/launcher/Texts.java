package org.guiche.launcher;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the operator reads. */
final class Texts {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.guiche.launcher.messages", Locale.ROOT, Texts.class.getClassLoader());

    private Texts() {}

    static String of(String key, @Nullable Object... arguments) {
        var texts = new Object[arguments.length];
        for (var i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]); // numbers as they are, without separators
        }
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(texts);
    }
}
