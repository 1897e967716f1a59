package org.guiche.units.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.units.Exchange;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /units/export}: the whole configuration as one readable file, or with {@code ?unit=} one unit; for those who may have it, to
 * others it does not exist.
 */
@WebServlet("/units/export")
public class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Exchange exchange;

    @Inject
    transient Units units;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var unit = request.getParameter("unit");
        if (!isFor(unit)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(unit == null ? exchange.file(user.get()) : exchange.file(user.get(), unit), name(unit), response);
    }

    private boolean isFor(@Nullable String unit) {
        var person = user.getPerson();
        return person != null && (unit == null ? person.isAdministrator() : isThere(unit, person));
    }

    private boolean isThere(String unit, Person person) {
        return person.administersUnits()
                && units.administeredBy(person).stream()
                        .anyMatch(one -> one.key().equals(unit));
    }

    private static String name(@Nullable String unit) {
        return unit == null ? "guiche-configuracao.json" : "guiche-" + unit + ".json";
    }

    private static void send(JsonObject file, String name, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(response.getWriter())) {
            writer.writeObject(file);
        }
    }
}
