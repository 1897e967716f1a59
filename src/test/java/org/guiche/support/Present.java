package org.guiche.support;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.guiche.shared.Clocks;

/** Brings the application back to the present after a journey let days pass: the tests after it count on today. */
@WebServlet("/probe/present")
public class Present extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Clock clock;

    @Inject
    transient Clocks clocks;

    @Resource(lookup = "java:app/jdbc/guiche")
    transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        clocks.leap(Duration.between(clock.instant(), clocks.withoutLeaps()));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from demo_clock");
            statement.executeUpdate(
                    "delete from channels_notification where at > now()"); // told on days that have not come
        } catch (SQLException e) {
            throw new ServletException(e);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
