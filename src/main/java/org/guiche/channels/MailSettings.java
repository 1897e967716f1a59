package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.guiche.tickets.TicketCode;

/** What mails need to know of the installation: links are built from the configured address only (SECURITY 35). */
@ApplicationScoped
class MailSettings {

    @Inject
    @ConfigProperty(name = "guiche.base.url")
    Optional<String> base;

    @Inject
    @ConfigProperty(name = "guiche.http.port", defaultValue = "8080")
    int port;

    String link(TicketCode code) {
        return page(code.path());
    }

    String page(String path) {
        return base.orElse("http://localhost:" + port) + path;
    }
}
