package org.guiche.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills an empty database with the demo of the README when the application starts; what is there already stays as it is. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoData {

    @Inject
    @ConfigProperty(name = "guiche.demo", defaultValue = "false")
    boolean demo;

    @EJB
    DemoSetup setup;

    @EJB
    DemoClockTable clock;

    @PostConstruct
    void fill() {
        if (demo) {
            clock.restore();
            setup.units();
            setup.people();
            setup.tickets();
        }
    }
}
