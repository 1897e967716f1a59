package org.guiche.api;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A call of the API as the resources declare it. */
public record Endpoint(String name, Method method) {

    private static final Set<String> TRANSPORT = Set.of("Authorization", "Content-Type", "Content-Length");

    /** They are read once: to look through all classes takes seconds. */
    private static final List<Endpoint> ALL = read();

    /** Every one there is, by the name it goes by: {@code GET /tickets/{code}}. */
    public static List<Endpoint> all() {
        return ALL;
    }

    private static List<Endpoint> read() {
        return new ClassFileImporter()
                .importPath(Paths.get("target/classes")).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(type -> type.reflect())
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .flatMap(method -> of(method).stream())
                        .toList();
    }

    private static Optional<Endpoint> of(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .findFirst()
                .map(verb -> new Endpoint(
                        verb.value() + " /" + path(method.getDeclaringClass())
                                + (method.isAnnotationPresent(Path.class) ? "/" + path(method) : ""),
                        method));
    }

    private static String path(AnnotatedElement element) {
        return element.getAnnotation(Path.class).value();
    }

    public String verb() {
        return name.substring(0, name.indexOf(' '));
    }

    /** Its parameters, each as {@code query limit}. */
    public Set<String> parameters() {
        var found = new TreeSet<String>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .forEach(field -> found.addAll(parameters(field)));
            }
            found.addAll(parameters(parameter));
        }
        return found;
    }

    private static List<String> parameters(AnnotatedElement element) {
        return Stream.of(
                        Optional.ofNullable(element.getAnnotation(PathParam.class))
                                .map(p -> "path " + p.value()),
                        Optional.ofNullable(element.getAnnotation(QueryParam.class))
                                .map(p -> "query " + p.value()),
                        Optional.ofNullable(element.getAnnotation(HeaderParam.class))
                                .filter(p -> !TRANSPORT.contains(p.value()))
                                .map(p -> "header " + p.value()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The record that its body is read into. */
    public Optional<Class<?>> body() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0
                        || parameter.getType().isRecord())
                .<Class<?>>map(parameter -> parameter.getType())
                .filter(type -> type.isRecord())
                .findFirst();
    }

    public boolean takesBytes() {
        return Arrays.asList(method.getParameterTypes()).contains(InputStream.class);
    }

    /** What speaks tus says what it wants in headers, and answers in headers. */
    public boolean isOfTus() {
        return name.contains(" /uploads/large");
    }

    boolean takesAPage() {
        return parameters().contains("query limit");
    }
}
