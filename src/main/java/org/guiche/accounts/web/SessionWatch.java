package org.guiche.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;

/** Tells {@link OpenSessions} who signs in in which of the container's sessions, and when that is over. */
@WebListener
public class SessionWatch implements HttpSessionAttributeListener {

    @Inject
    OpenSessions sessions;

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        begin(event.getValue(), event);
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        end(event);
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        end(event);
        begin(event.getSession().getAttribute(event.getName()), event);
    }

    private void begin(Object value, HttpSessionBindingEvent event) {
        if (value instanceof Session session) {
            sessions.add(session.personId(), event.getSession());
        }
    }

    private void end(HttpSessionBindingEvent event) {
        if (event.getValue() instanceof Session session) {
            sessions.remove(session.personId(), event.getSession());
        }
    }
}
