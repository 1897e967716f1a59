package org.guiche.shared.web;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Names every resource by its content, so that browsers may keep it for ever and still see the next version at once. */
public class Fingerprints extends ResourceHandlerWrapper {

    private static final String PARAMETER = "f";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Map<String, String> known = new ConcurrentHashMap<>();

    public Fingerprints(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public @Nullable Resource createResource(String name) {
        return named(getWrapped().createResource(name));
    }

    @Override
    public @Nullable Resource createResource(String name, @Nullable String library) {
        return named(getWrapped().createResource(name, library));
    }

    @Override
    public @Nullable Resource createResource(String name, @Nullable String library, @Nullable String contentType) {
        return named(getWrapped().createResource(name, library, contentType));
    }

    private @Nullable Resource named(@Nullable Resource resource) {
        return resource == null || isDynamic(resource) ? resource : new Named(resource);
    }

    private static boolean isDynamic(Resource resource) {
        return "primefaces".equals(resource.getLibraryName())
                && String.valueOf(resource.getResourceName()).startsWith("dynamiccontent");
    }

    private String print(Resource resource) {
        var key = resource.getLibraryName() + ":" + resource.getResourceName();
        var print = known.get(key); // a style sheet names fonts while it is read: nothing may be locked
        if (print == null) {
            print = compute(resource);
            known.put(key, print);
        }
        return print;
    }

    private static String compute(Resource resource) {
        var crc = new CRC32();
        try (var bytes = Objects.requireNonNull(resource.getInputStream(), resource.getResourceName())) {
            var buffer = new byte[8192];
            for (var read = bytes.read(buffer); read > 0; read = bytes.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(crc.getValue());
    }

    private final class Named extends ResourceWrapper {

        private Named(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            var path = getWrapped().getRequestPath();
            return path + (path.contains("?") ? "&" : "?") + PARAMETER + "=" + print(getWrapped());
        }

        @Override
        public Map<String, String> getResponseHeaders() {
            var headers = new HashMap<>(getWrapped().getResponseHeaders());
            var asked = FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestParameterMap()
                    .get(PARAMETER);
            if (print(getWrapped()).equals(asked)) {
                headers.put("Cache-Control", FOR_EVER);
            }
            return headers;
        }
    }
}
