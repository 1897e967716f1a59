package org.guiche.launcher;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the value of a setting has to look like; the sentence that says so is {@code launcher.shape.<name>}. */
enum Shape {
    TEXT,
    PORT,
    COUNT,
    SWITCH,
    ADDRESS,
    WEB,
    DATABASE,
    SMTP,
    IMAP,
    STORE,
    SCANNER,
    HOLD,
    PATHS,
    ADDRESSES,
    KEYS,
    ISSUER,
    PRESET,
    ROLES,
    DOMAINS;

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern ROLE =
            Pattern.compile("[^;=][^;]*=\\s*(AGENT_N1|AGENT_N2|SUPERVISOR|ADMINISTRATOR|DATA_OFFICER)\\s*");
    private static final Pattern BUCKET = Pattern.compile(
            "s3://[a-z0-9][a-z0-9._-]+(\\?(endpoint=https?://[^&\\s]+|region=[a-z0-9-]+|prefix=[^&\\s]+)"
                    + "(&(endpoint=https?://[^&\\s]+|region=[a-z0-9-]+|prefix=[^&\\s]+))*)?");
    private static final int LAST_PORT = 65_535;

    boolean fits(String value) {
        return switch (this) {
            case TEXT -> true;
            case PORT -> isPort(value);
            case COUNT -> value.matches("\\d{1,9}");
            case SWITCH -> value.equals("true") || value.equals("false");
            case ADDRESS -> isAddress(value);
            case WEB -> isUri(value, "https?") && value.matches("[^?#@]+");
            case DATABASE -> value.matches("jdbc:postgresql://\\S+");
            case SMTP -> isUri(value, "smtps?");
            case IMAP -> list(value).stream().allMatch(one -> isUri(one, "imaps?"));
            case STORE -> value.matches("file:\\S.*") || BUCKET.matcher(value).matches();
            case SCANNER -> isUri(value, "clamd") && URI.create(value).getPort() > 0;
            case HOLD -> value.equals("hold") || value.equals("allow");
            case ADDRESSES -> list(value).stream().allMatch(one -> one.matches("[0-9a-fA-F.:]+") && isAddress(one));
            case KEYS -> list(value).stream().allMatch(key -> key.matches("[A-Za-z0-9+/]{43}="));
            case ISSUER -> WEB.fits(value) && (value.startsWith("https:") || isHere(value));
            case PRESET -> value.equals("generic") || value.equals("govbr");
            case ROLES -> Arrays.stream(value.split(";", -1)).allMatch(ROLE.asMatchPredicate());
            case DOMAINS -> list(value).stream().allMatch(one -> one.matches("([A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+"));
            case PATHS -> list(value).stream().allMatch(path -> path.matches("/[A-Za-z0-9/._-]*"));
        };
    }

    String sentence() {
        return Texts.of("launcher.shape." + name().toLowerCase(Locale.ROOT));
    }

    static Set<String> list(String value) {
        return value.isBlank() ? Set.of() : COMMA.splitAsStream(value.strip()).collect(Collectors.toSet());
    }

    private static boolean isHere(String url) {
        return Set.of("localhost", "127.0.0.1", "[::1]")
                .contains(URI.create(url).getHost());
    }

    private static boolean isPort(String value) {
        return value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= LAST_PORT;
    }

    private static boolean isAddress(String value) {
        try {
            return !InetAddress.getByName(value).isMulticastAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isUri(String value, String schemes) {
        try {
            var uri = URI.create(value);
            return uri.getScheme() != null && uri.getScheme().matches(schemes) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
