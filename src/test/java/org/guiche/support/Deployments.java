package org.guiche.support;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one deployment of the suite: the war that Maven just built, with the container tests beside its classes. */
@ArquillianSuiteDeployment
public final class Deployments {

    private Deployments() {}

    /** The war under test, at the context {@code /}. */
    @Deployment
    public static WebArchive guiche() {
        var war = ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File("target/guiche.war"))
                .as(WebArchive.class);
        var tests = ShrinkWrap.create(GenericArchive.class)
                .as(ExplodedImporter.class)
                .importDirectory("target/test-classes")
                .as(GenericArchive.class);
        war.merge(tests, ArchivePaths.create("WEB-INF/classes"), path -> isForTheContainer(path.get()));
        for (var page : List.of("form", "steps", "desk")) {
            war.addAsWebResource("probe/" + page + ".xhtml", "probe/" + page + ".xhtml");
        }
        return war.addAsLibraries(jarOf(Assertions.class));
    }

    private static boolean isForTheContainer(String path) {
        return path.matches(".*/(?!launcher/|matrix/)\\w+/\\w+IT(\\$.*)?\\.class")
                || path.matches(
                        ".*/(tickets/Requests|reporting/(Told|ManyTickets|HeldReports|DatabaseAdministrator)).*\\.class")
                || path.matches(
                        ".*/support/(People|Authenticator|Api|Site|Leaks|Samples|Statements|TimeTravel|TestsMayEnter|Present|Probe|OpenId"
                                + "|Inventory|ClamDaemon|ScriptedClamd|Rendered|SecretColumns|Welch).*\\.class");
    }

    private static File jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toFile();
    }
}
