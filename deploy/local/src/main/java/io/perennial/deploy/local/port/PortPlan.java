package io.perennial.deploy.local.port;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The number of every port of one suite. */
public record PortPlan(Map<Port, Integer> numbers) {

    /** A service's actuator listens this far above its API. */
    public static final int MANAGEMENT_DISTANCE = 1000;

    private static final int HIGHEST = 65_535;

    public PortPlan {
        numbers = Map.copyOf(numbers);
    }

    /** Every port at its default, shifted by the same offset. */
    public static PortPlan usual(int offset) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            numbers.put(port, port.usual() + offset);
        }
        return new PortPlan(numbers);
    }

    /** Ports nobody listens on at this moment. */
    public static PortPlan free() {
        var free = new FreePorts();
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            numbers.put(port, free.next(port.isService()));
        }
        return new PortPlan(numbers);
    }

    public int of(Port port) {
        var number = numbers.get(port);
        if (number == null) {
            throw new IllegalStateException("no number for " + port);
        }
        return number;
    }

    public int management(Port service) {
        return of(service) + MANAGEMENT_DISTANCE;
    }

    /** The same with one port elsewhere; 0 chooses a free one. */
    public PortPlan with(Port port, int number) {
        var changed = new EnumMap<>(numbers);
        changed.put(port, number == 0 ? new FreePorts().next(port.isService()) : number);
        return new PortPlan(changed);
    }

    /** What is wrong with it, for a person; empty if nothing. */
    public String complaint() {
        var given = new HashMap<Integer, String>();
        for (var port : Port.values()) {
            var wanted = new LinkedHashMap<Integer, String>();
            wanted.put(of(port), port.option());
            if (port.isService()) {
                wanted.put(management(port), port.option() + " + " + MANAGEMENT_DISTANCE);
            }
            for (var entry : wanted.entrySet()) {
                int number = entry.getKey();
                if (number < 1 || number > HIGHEST) {
                    return "port %s=%d is not between 1 and %d".formatted(entry.getValue(), number, HIGHEST);
                }
                var other = given.putIfAbsent(number, entry.getValue());
                if (other != null) {
                    return "port %d is given to both %s and %s".formatted(number, other, entry.getValue());
                }
            }
        }
        return "";
    }

    public Properties toProperties() {
        var properties = new Properties();
        numbers.forEach((port, number) -> properties.setProperty(port.option(), number.toString()));
        return properties;
    }

    public static PortPlan from(Properties properties) {
        var plan = usual(0);
        for (var name : properties.stringPropertyNames()) {
            var port = Port.named(name);
            if (port.isPresent()) {
                plan = plan.with(port.get(), Integer.parseInt(properties.getProperty(name)));
            }
        }
        return plan;
    }
}
