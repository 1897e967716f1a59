package org.guiche.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.junit.jupiter.api.Test;

class KnownDeploymentTest {

    private final HTTPContext context = new HTTPContext("localhost", 8080);
    private final ProtocolMetaData deployment = new ProtocolMetaData().addContext(context);

    @Test
    void theTestsAreFoundAtTheRootWhereTheServerSaidNothingOfServlets() {
        new KnownDeployment.Completion().complete(deployment);

        assertThat(context.getServletByName(KnownDeployment.RUNNER).getBaseURI())
                .isEqualTo(URI.create("http://localhost:8080/"));
    }

    @Test
    void whatTheServerSaidOfThemStays() {
        context.add(new Servlet(KnownDeployment.RUNNER, "/elsewhere"));

        new KnownDeployment.Completion().complete(deployment);

        assertThat(context.getServlets())
                .singleElement()
                .extracting(Servlet::getContextRoot)
                .isEqualTo("/elsewhere");
    }
}
