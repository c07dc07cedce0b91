package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LoadedPast;
import com.aisle.local.launcher.build.Builder;
import com.aisle.local.launcher.deploy.Deployment;
import com.aisle.local.launcher.deploy.Schema;
import com.aisle.local.launcher.fetch.Servers;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Making sure that the cloud is up: what several commands begin with. */
final class Cloud {
  private Cloud() {}

  /** The running cloud; built, started and deployed if it is not. */
  static CloudState up(Workspace workspace) {
    Optional<CloudState> running = workspace.cloud().state();
    if (running.isPresent() && running.get().phase() == CloudState.Phase.UP) {
      return running.get();
    }
    new Builder(workspace.checkout(), workspace.progress()).buildCloud();
    return new Background(workspace).start();
  }

  /**
   * The running cloud with the checkout's functions and template as they are now. Its servers are
   * left as they are: they run from the folders that a build would write.
   *
   * @param anyway whether to deploy even what is deployed already
   */
  static CloudState upToDate(Workspace workspace, boolean anyway) {
    Optional<CloudState> running = workspace.cloud().state();
    if (running.isEmpty() || running.get().phase() != CloudState.Phase.UP) {
      return up(workspace);
    }
    Builder builder = new Builder(workspace.checkout(), workspace.progress());
    builder.buildFunctions();
    List<Path> deployed = new ArrayList<>(builder.packages());
    deployed.add(workspace.checkout().resolve("template.yaml"));
    deployed.addAll(new Schema(workspace.checkout(), workspace.progress()).files());
    CloudState state = running.get();
    if (anyway || !deployment(workspace, state).isNewerThan(deployed)) {
      return state.with(redeploy(workspace, state, Map.of()));
    }
    return state;
  }

  /**
   * Brings the warehouse's schema up to date and deploys what has changed into the running cloud.
   *
   * @param extra parameters of the template besides the local ones
   * @return the stack's outputs
   */
  static Map<String, String> redeploy(
      Workspace workspace, CloudState state, Map<String, String> extra) {
    Map<String, String> values =
        new LoadedPast(workspace.home()).parameters(state.addresses(), extra);
    if (Servers.hasClickHouse()) {
      new Schema(workspace.checkout(), workspace.progress()).migrate(state.addresses().warehouse());
    }
    Map<String, String> outputs = deployment(workspace, state).deploy(values);
    LocalHttp.send(
        HttpRequest.newBuilder(state.addresses().host().resolve("/reload"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
    return outputs;
  }

  private static Deployment deployment(Workspace workspace, CloudState state) {
    return new Deployment(
        workspace.checkout().resolve("template.yaml"),
        state.addresses().aws(),
        workspace.home().run().resolve("deployed"),
        workspace.progress());
  }
}
