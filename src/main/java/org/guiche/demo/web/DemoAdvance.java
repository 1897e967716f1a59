package org.guiche.demo.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.guiche.demo.DemoClock;
import org.guiche.shared.rest.Problem;
import org.guiche.shared.web.LocalPath;

/**
 * {@code POST /demo/advance} with {@code by=PT1H|PT24H|PT48H|P7D}, from the account's menu: lets that much time pass, does what is due by
 * then and comes back to the page. 404 where there is no demo or for those who do not supervise, 422 for any other word.
 */
@WebServlet("/demo/advance")
public class DemoAdvance extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DemoControl control;

    @Inject
    transient DemoClock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var by = request.getParameter("by");
        if (!control.isShown()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (by == null || !DemoControl.STEPS.contains(by)) {
            Problem.of(UNPROCESSABLE, "demo.clock.malformed", String.valueOf(by))
                    .write(response);
        } else {
            clock.advance(Duration.parse(by));
            response.sendRedirect(request.getContextPath() + LocalPath.before(request));
        }
    }
}
