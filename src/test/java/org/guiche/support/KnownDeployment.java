package org.guiche.support;

import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Says where the tests' servlet is. The adapter reads it from what the server prints, looks five times a second, and misses it
 * when it looks between two lines of the server's description; the context of {@link Deployments} is known anyway.
 */
public final class KnownDeployment implements LoadableExtension {

    static final String RUNNER = "ArquillianServletRunnerEE9";

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Completion.class);
    }

    /** Hears of each deployment before anybody asks where it is. */
    public static final class Completion {

        /** Adds the servlet where the adapter has not read it. */
        public void complete(@Observes ProtocolMetaData deployment) {
            for (var context : deployment.getContexts(HTTPContext.class)) {
                if (context.getServletByName(RUNNER) == null) {
                    context.add(new Servlet(RUNNER, "/"));
                }
            }
        }
    }
}
