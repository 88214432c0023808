#@ String (label = "Project folder", value = "demo.twostream", persist = false) project
#@ CommandService commands
// The loop in Groovy: one command does all rounds. In Fiji's script editor or headless:
// fiji --headless --run macros/whole_loop.groovy 'project="/data/demo.twostream"'
size = "256,256,64"
initial_sections = 32
model = "light"
iterations = 1000
window = "160,160,8"
image_latent = 100
epochs = 20
budget = 40
steps = 300
rounds = 2

// false: no dialog may ask for the keys that are left out. get() waits until the step is done.
step = { name, keys ->
	commands.run("org.twostream.command.${name}Command", false, keys + [project: project]).get().getOutput("result")
}

step("Sample", [size: size, initial_sections: initial_sections])
println step("Loop", [reviewer: "oracle", rounds: rounds, budget: budget, model: model, train_iterations: iterations,
	window: window, image_latent: image_latent, epochs: epochs, refine_iterations: steps, finetune_iterations: steps])
