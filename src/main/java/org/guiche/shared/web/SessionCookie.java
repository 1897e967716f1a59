package org.guiche.shared.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** The name of the session's cookie, and that it travels by TLS only where we are reached by TLS (ASVS 3.3.1, 3.3.3). */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName(PublicAddress.isSecure() ? "__Host-guiche" : "guiche");
        cookie.setSecure(PublicAddress.isSecure());
        cookie.setPath("/");
    }
}
