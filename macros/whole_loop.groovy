#@ String (label = "Project folder", value = "demo.twostream") project
#@ CommandService commands
// The loop in Groovy: one command does all rounds.
// fiji --headless --run macros/whole_loop.groovy 'project="/data/demo.twostream"'

def step = { name, keys ->
	commands.run("org.twostream.command.${name}Command", true, keys + [project: project]).get().getOutput("result")
}

step("Sample", [size: "256,256,64", initial_sections: 32])
println step("Loop", [reviewer: "oracle", rounds: 2, budget: 40, train_iterations: 1000, image_latent: 100, epochs: 20,
	refine_iterations: 300, finetune_iterations: 300])
