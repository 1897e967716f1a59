package org.guiche.shared.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * The content security policy of pages, which PrimeFaces completes with nonces: scripts run by nonce only, never because of where they
 * lie. What people sent is shown from here or, where it has one, from its own host.
 */
@WebListener
public class PagePolicy implements ServletContextListener {

    private static final String POLICY =
            "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self';"
                    + " img-src 'self' data: blob:%1$s; media-src 'self'%1$s; frame-src 'self'%1$s; font-src 'self'; connect-src 'self';"
                    + " style-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; script-src 'strict-dynamic'";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var files = FilesAddress.isSet() ? " " + FilesAddress.source() : "";
        event.getServletContext().setInitParameter("primefaces.CSP_POLICY", POLICY.formatted(files));
    }
}
