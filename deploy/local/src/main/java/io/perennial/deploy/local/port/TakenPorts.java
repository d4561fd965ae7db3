package io.perennial.deploy.local.port;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looks, before anything is started, whether all ports are ours to take. */
public final class TakenPorts {

    private TakenPorts() {}

    /** A sentence for each port somebody sits on: who it is, and which option goes elsewhere. */
    public static List<String> among(PortPlan plan, Predicate<Port> wanted) {
        var taken = new ArrayList<String>();
        for (var port : Port.values()) {
            if (!wanted.test(port)) {
                continue;
            }
            complain(taken, port, plan.of(port));
            if (port.isService()) {
                complain(taken, port, plan.management(port));
            }
        }
        return taken;
    }

    private static void complain(List<String> taken, Port port, int number) {
        if (FreePorts.isFree(number)) {
            return;
        }
        var who = PortOwner.of(number)
                .map(PortOwner::described)
                .orElse("a process the system does not show us (another user's?)");
        taken.add("port %d, which %s needs, is taken by %s; move ours with --port %s=N or --port-offset N"
                .formatted(number, port.part(), who, port.option()));
    }
}
