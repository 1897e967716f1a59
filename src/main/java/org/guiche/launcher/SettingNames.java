package org.guiche.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings there are: those that {@code config/guiche.properties.example} explains, no other. */
final class SettingNames {

    private static final Set<String> OWN = Set.of("guiche.config", Settings.STOP_WITH_PARENT);

    private static final Pattern EXPLAINED = Pattern.compile("^#(guiche\\.[a-z0-9.]+)=", Pattern.MULTILINE);

    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("guiche.http.port", Shape.PORT),
            Map.entry("guiche.http.address", Shape.ADDRESS),
            Map.entry("guiche.http.public", Shape.PATHS),
            Map.entry("guiche.http.proxies", Shape.ADDRESSES),
            Map.entry("guiche.base.url", Shape.WEB),
            Map.entry("guiche.api.requests.per.minute", Shape.COUNT),
            Map.entry("guiche.session.hours", Shape.COUNT),
            Map.entry("guiche.tickets.per.hour", Shape.COUNT),
            Map.entry("guiche.attachments.unused.files", Shape.COUNT),
            Map.entry("guiche.attachments.unused.megabytes", Shape.COUNT),
            Map.entry("guiche.attachments.large.megabytes", Shape.COUNT),
            Map.entry("guiche.attachments.person.megabytes", Shape.COUNT),
            Map.entry("guiche.attachments.unit.megabytes", Shape.COUNT),
            Map.entry("guiche.db.url", Shape.DATABASE),
            Map.entry("guiche.secret.keys", Shape.KEYS),
            Map.entry("guiche.demo", Shape.SWITCH),
            Map.entry("guiche.smtp.url", Shape.SMTP),
            Map.entry("guiche.imap.url", Shape.IMAP),
            Map.entry("guiche.attachments.store", Shape.STORE),
            Map.entry("guiche.attachments.host", Shape.WEB),
            Map.entry("guiche.attachments.scanner", Shape.SCANNER),
            Map.entry("guiche.attachments.scanner.away", Shape.HOLD),
            Map.entry("guiche.attachments.scanner.seconds", Shape.COUNT),
            Map.entry("guiche.attachments.quarantine.days", Shape.COUNT),
            Map.entry("guiche.oidc.issuer", Shape.ISSUER),
            Map.entry("guiche.oidc.preset", Shape.PRESET),
            Map.entry("guiche.oidc.roles", Shape.ROLES),
            Map.entry("guiche.oidc.domains", Shape.DOMAINS),
            Map.entry("guiche.oidc.create", Shape.SWITCH),
            Map.entry("guiche.oidc.trusted", Shape.SWITCH));

    private static final List<String> NAMES =
            EXPLAINED.matcher(example()).results().map(found -> found.group(1)).toList();

    private SettingNames() {}

    static List<String> all() {
        return NAMES;
    }

    static Shape shape(String name) {
        return SHAPES.getOrDefault(name, Shape.TEXT);
    }

    static void require(String name, String source) {
        if (!NAMES.contains(name) && !OWN.contains(name)) {
            throw new Refusal("launcher.setting.unknown", name, source, nearest(name));
        }
    }

    private static String nearest(String name) {
        return NAMES.stream()
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .orElseThrow();
    }

    /** How many letters have to change to make one of the other (Levenshtein). */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            var diagonal = i - 1;
            for (var j = 0; j <= other.length(); j++) {
                var above = row[j];
                row[j] = i == 0
                        ? j
                        : j == 0
                                ? i
                                : Math.min(
                                        Math.min(above, row[j - 1]) + 1,
                                        diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    private static String example() {
        try (var file = SettingNames.class.getResourceAsStream("guiche.properties.example")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
