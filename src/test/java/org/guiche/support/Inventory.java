package org.guiche.support;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.faces.FactoryFinder;
import jakarta.faces.lifecycle.LifecycleFactory;
import jakarta.faces.push.Push;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the running application answers to, one a line: {@code view /index}, {@code servlet /uploads}, {@code channel tickets}.
 * With {@code ?of=} a word: what the page offered that was asked for with that word in {@link Rendered#HEADER}.
 */
@WebServlet("/probe/inventory")
public class Inventory extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final String VIEW = ".xhtml";

    @Inject
    transient BeanManager beans;

    private transient boolean listens;

    @Override
    protected synchronized void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!listens) {
            var factory = (LifecycleFactory) FactoryFinder.getFactory(FactoryFinder.LIFECYCLE_FACTORY);
            factory.getLifecycle(LifecycleFactory.DEFAULT_LIFECYCLE).addPhaseListener(new Rendered());
            listens = true;
        }
        var page = request.getParameter("of");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(page == null ? everything() : Rendered.take(page));
    }

    private String everything() {
        var lines = new TreeSet<String>();
        views("/", lines);
        servlets(lines);
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (var point : bean.getInjectionPoints()) {
                var push = point.getAnnotated().getAnnotation(Push.class);
                if (push != null) {
                    lines.add("channel "
                            + (push.channel().isEmpty() ? point.getMember().getName() : push.channel()));
                }
            }
        }
        return String.join("\n", lines);
    }

    private void views(String folder, Set<String> lines) {
        var paths = getServletContext().getResourcePaths(folder);
        for (var path : paths == null ? Set.<String>of() : paths) {
            if (path.matches("/(WEB-INF|META-INF|probe|resources)/.*")) {
                continue;
            }
            if (path.endsWith("/")) {
                views(path, lines);
            } else if (path.endsWith(VIEW)) {
                lines.add("view " + path.substring(0, path.length() - VIEW.length()));
            }
        }
    }

    /** Those that the pages, the API and the files of the server itself are served by are named by what they serve. */
    private void servlets(Set<String> lines) {
        getServletContext()
                .getServletRegistrations()
                .values()
                .forEach(servlet -> servlet.getMappings().stream()
                        .filter(path -> !path.startsWith("/probe/") && !path.contains("ArquillianServletRunner"))
                        .filter(path -> !lines.contains("view " + path.replaceFirst("\\.xhtml$", "")))
                        .forEach(path -> lines.add("servlet " + path)));
    }
}
