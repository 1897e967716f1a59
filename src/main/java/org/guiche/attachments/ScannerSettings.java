package org.guiche.attachments;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The virus scanner, as {@code config/guiche.properties.example} explains it.
 *
 * @param clamd null where there is none
 * @param letsThrough whether files may be had while the scanner does not answer
 * @param quarantine how long the bytes of an infected file are kept, out of reach
 */
record ScannerSettings(@Nullable Clamd clamd, boolean letsThrough, Duration quarantine) {

    static final String SCANNER = "guiche.attachments.scanner";
    static final String AWAY = "guiche.attachments.scanner.away";
    static final String SECONDS = "guiche.attachments.scanner.seconds";
    static final String QUARANTINE = "guiche.attachments.quarantine.days";

    static ScannerSettings read() {
        return of(ConfigProvider.getConfig());
    }

    static ScannerSettings of(Config settings) {
        var patience = Duration.ofSeconds(number(settings, SECONDS, 120));
        return new ScannerSettings(
                settings.getOptionalValue(SCANNER, String.class)
                        .filter(address -> !address.isBlank())
                        .map(address -> clamd(URI.create(address.strip()), patience))
                        .orElse(null),
                settings.getOptionalValue(AWAY, String.class).orElse("hold").equals("allow"),
                Duration.ofDays(number(settings, QUARANTINE, 30)));
    }

    private static Clamd clamd(URI address, Duration patience) {
        if (!"clamd".equals(address.getScheme()) || address.getHost() == null || address.getPort() <= 0) {
            throw new IllegalStateException(SCANNER + ": clamd://host:port, not " + address);
        }
        return new Clamd(InetSocketAddress.createUnresolved(address.getHost(), address.getPort()), patience);
    }

    private static int number(Config settings, String name, int usual) {
        return settings.getOptionalValue(name, Integer.class).orElse(usual);
    }
}
