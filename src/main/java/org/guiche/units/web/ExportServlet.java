package org.guiche.units.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.units.Exchange;

/** {@code GET /units/export}: the whole configuration as one readable file; for administrators, to others it does not exist. */
@WebServlet("/units/export")
public class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Exchange exchange;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!user.isAdministrator()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var file = exchange.file(user.get());
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"guiche-configuracao.json\"");
        response.setHeader("Cache-Control", "no-store");
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(response.getWriter())) {
            writer.writeObject(file);
        }
    }
}
