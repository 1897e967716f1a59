package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how the store was found, and never that the node is down: all but files is there without it. */
@Readiness
@ApplicationScoped
public class StoreHealth implements HealthCheck {

    @Inject
    StoreCondition condition;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("store")
                .withData("store", condition.word())
                .up()
                .build();
    }
}
