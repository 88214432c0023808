#@ String (label = "Project folder", value = "demo.twostream", persist = false) project
#@ CommandService commands
# The loop in Jython, in Fiji's script editor or headless:
# fiji --headless --run macros/whole_loop.py 'project="/data/demo.twostream"'
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


# False: no dialog may ask for the keys that are left out. get() waits until the step is done.
def step(name, **keys):
    keys["project"] = project
    return commands.run("org.twostream.command." + name + "Command", False, keys).get().getOutput("result")


step("Sample", size=size, initial_sections=initial_sections)
step("Train", model=model, iterations=iterations, window=window)
step("Predict")
step("Propose", threshold="0.5")
step("Encode", image_latent=image_latent, epochs=epochs)
for seed in range(1, rounds + 1):
    step("Suggest", budget=budget, seed=seed)
    step("Review", reviewer="oracle")
    step("Apply")
    step("Refine", iterations=steps)
step("Finetune", iterations=steps)
print(step("Measure"))
