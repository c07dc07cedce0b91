package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.build.Builder;
import com.aisle.local.launcher.deploy.Deployment;
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

  /** The deployment of the checkout's template into the running cloud. */
  static Deployment deployment(Workspace workspace, CloudState state) {
    return new Deployment(
        workspace.checkout().resolve("template.yaml"),
        state.addresses().aws(),
        workspace.home().run().resolve("deployed"),
        workspace.progress());
  }
}
