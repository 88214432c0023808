#@ String (label = "Project folder", value = "demo.twostream") project
#@ CommandService commands
# The loop in Jython, in Fiji or headless:
# fiji --headless --run macros/whole_loop.py 'project="/data/demo.twostream"'


def step(name, **keys):
    keys["project"] = project
    return commands.run("org.twostream.command." + name + "Command", True, keys).get().getOutput("result")


step("Sample", size="256,256,64", initial_sections=32)
step("Train", model="light", iterations=1000)
step("Predict")
step("Propose", threshold="0.5")
step("Encode", image_latent=100, epochs=20)
for seed in (1, 2):
    step("Suggest", budget=40, seed=seed)
    step("Review", reviewer="oracle")
    step("Apply")
    step("Refine", iterations=300)
print(step("Measure"))
