package org.guiche.shared.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves the NUL out of what pages are sent: nobody types it, and no table takes it. The API refuses it in words. */
@WebFilter(filterName = "form-text", urlPatterns = "/*", asyncSupported = true)
public class FormText implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new WithoutNul((HttpServletRequest) request), response);
    }

    /** The same for a bean that is given the container's own request, which no filter stands before. */
    public static String clean(String value) {
        return value.replace("\0", "");
    }

    /** Reads the parameters when the page asks for them, never before: files go up by themselves, streaming. */
    private static final class WithoutNul extends HttpServletRequestWrapper {

        private WithoutNul(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var value = super.getParameter(name);
            return value == null ? null : clean(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = super.getParameterValues(name);
            return values == null ? null : all(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var cleaned = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> cleaned.put(name, all(values)));
            return Collections.unmodifiableMap(cleaned);
        }

        private static String[] all(String[] values) {
            return Arrays.stream(values).map(FormText::clean).toArray(String[]::new);
        }
    }
}
